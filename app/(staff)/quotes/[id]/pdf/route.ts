import { pdfRoute } from "@/lib/web/document-pdf";

export const GET = pdfRoute("quote", "/quotes/[id]/pdf");
