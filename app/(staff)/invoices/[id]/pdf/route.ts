import { pdfRoute } from "@/lib/web/document-pdf";

export const GET = pdfRoute("invoice", "/invoices/[id]/pdf");
