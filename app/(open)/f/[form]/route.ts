import { webFormPage, webFormPost } from "@/lib/web/web-form/handlers";

export const GET = webFormPage("/f/[form]");
export const POST = webFormPost("/f/[form]");
