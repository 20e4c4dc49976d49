import { pdfRoute } from "@/lib/web/document-pdf";

export const GET = pdfRoute("order", "/orders/[id]/pdf");
