import { Canvas, Document, Image, Page } from "@react-pdf/renderer";
import { type Frame, type PagePlan, papers } from "@/lib/documents/pdf/board";
import type { Faces } from "@/lib/documents/pdf/fonts";
import { type Look, type Painter, paintPage } from "@/lib/documents/pdf/paint";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

/** Places what was planned; nothing here measures, wraps or turns pages. */
export function SheetDrawing({ sheet, pages, faces }: { sheet: DocumentSheet; pages: PagePlan[]; faces: Faces }) {
  const look: Look = { faces, accent: sheet.accent, watermark: sheet.watermark, ...papers[sheet.paper] };
  return (
    <Document
      title={[sheet.title, sheet.number ?? ""].join(" ").trim()}
      author={sheet.issuer.name}
      subject={sheet.customer.name}
      creator="Cartera"
      producer="Cartera"
      language={sheet.language}
      creationDate={new Date(sheet.createdAt)}
      modificationDate={new Date(sheet.createdAt)}
    >
      {pages.map((plan, index) => (
        <PlannedPage key={index} plan={plan} look={look} logo={sheet.issuer.logo} />
      ))}
    </Document>
  );
}

function PlannedPage({ plan, look, logo }: { plan: PagePlan; look: Look; logo: Uint8Array | null }) {
  const { width, height } = look;
  const paint = (painter: Painter) => {
    paintPage(painter, plan, look);
    return null;
  };
  return (
    <Page size={[width, height]}>
      <Canvas style={{ position: "absolute", top: 0, left: 0, width, height: Math.floor(height) }} paint={paint} />
      {logo && plan.logo && <Drawn bytes={logo} frame={plan.logo} position="0 50%" />}
      {plan.pictures.map((picture, index) => (
        <Drawn key={index} bytes={picture.bytes} frame={picture} position="0 0" />
      ))}
    </Page>
  );
}

function Drawn({ bytes, frame, position }: { bytes: Uint8Array; frame: Frame; position: string }) {
  const { x, y, width, height } = frame;
  const format = bytes[0] === 0x89 ? "png" : "jpg";
  return (
    <Image
      src={{ data: Buffer.from(bytes), format }}
      style={{ position: "absolute", left: x, top: y, width, height, objectFit: "contain", objectPosition: position }}
    />
  );
}
