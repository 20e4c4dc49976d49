import { docxOf, odtOf, zipOf } from "./archives";
import { photograph, pictures, pngSaying } from "./pictures";

/** What somebody might send, and what becomes of it: kept under a kind, or refused for a reason. */
export type Hostile = { name: string; bytes: Buffer; kept?: string; refused?: string };

const script = "<script>marca()</script>";
const page = `<!DOCTYPE html><html><body>${script}</body></html>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="marca()"><rect width="1" height="1"/></svg>`;
const invoice = `<?xml version="1.0" encoding="UTF-8"?><cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Total="116.00"/>`;
const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
const text = (words: string) => Buffer.from(words);

/** Sixty and more, made on the spot. */
export async function hostileFiles(): Promise<Hostile[]> {
  const photo = await photograph();
  const png = await pictures.png();
  const gif = await pictures.animated();
  const kept = (name: string, bytes: Buffer | string, kind: string): Hostile => ({ name, bytes: Buffer.from(bytes), kept: kind });
  const refused = (name: string, bytes: Buffer | string, why: string): Hostile => ({ name, bytes: Buffer.from(bytes), refused: why });
  return [
    kept("foto.jpg", photo, "image/jpeg"),
    kept("pantalla.png", png, "image/jpeg"),
    kept("sello.png", await pictures.transparent(), "image/png"),
    kept("animada.gif", gif, "image"),
    kept("foto.webp", await pictures.webp(), "image/jpeg"),
    kept("foto.avif", await pictures.avif(), "image/jpeg"),
    kept("progresiva.jpg", await pictures.progressive(), "image/jpeg"),
    kept("imprenta.jpg", await pictures.cmyk(), "image/jpeg"),
    kept("recibo.pdf", pdf, "application/pdf"),
    kept("carta.docx", docxOf(), "officedocument.wordprocessingml"),
    kept("carta.odt", odtOf(), "opendocument.text"),
    kept("factura.xml", invoice, "application/xml"),
    kept("lista.csv", "Empresa,Ciudad\nAcme,Mérida\n", "text/plain"),
    kept("vacia.txt", " ", "text/plain"),
    // Two kinds in one: what is drawn anew keeps none of the other.
    kept("foto.html", Buffer.concat([photo, text(page)]), "image/jpeg"),
    kept("foto.php", Buffer.concat([photo, text("<?php marca(); ?>")]), "image/jpeg"),
    kept("foto.zip", Buffer.concat([png, zipOf({ name: "a.html", text: page })]), "image/jpeg"),
    kept("foto.js", Buffer.concat([gif, text(`=1;/*${script}*/`)]), "image"),
    kept("recibo.html", Buffer.concat([text(pdf), text(page)]), "application/pdf"),
    kept("codigo.js", "marca()", "text/plain"),
    kept("orden.sh", "echo marca", "text/plain"),
    kept("hoja.exe.csv", "a,b\n=1+1,2\n", "text/plain"),
    // Names.
    ...[
      ["../../../etc/passwd.txt", "../..\\..\\windows\\x.txt", "a\u0000b.txt", "foto\u202Egpj.exe", "CON", "con.txt", "NUL.png"],
      ["..", "....", "", " ", ".htaccess", "x".repeat(300), "\ud800.txt", '<img src=x onerror="marca()">.txt', "a\r\nSet-Cookie: x=1.txt", "aux."],
    ]
      .flat()
      .map((name) => kept(name, "hola", "text/plain")),
    refused("vacio.jpg", "", "file_empty"),
    refused("dibujo.svg", drawing, "attachments.markup"),
    refused("dibujo.png", `<?xml version="1.0"?>${drawing}`, "attachments.markup"),
    refused("pagina.html", page, "attachments.markup"),
    refused("pagina.jpg", `\uFEFF  \n${page}`, "attachments.markup"),
    refused("pagina.txt", `Hola\n${script}`, "attachments.markup"),
    refused("pagina.xml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`, "attachments.markup"),
    refused("dibujo.xml", `<?xml version="1.0"?><a xmlns="http://www.w3.org/2000/sv&#x67;"/>`, "attachments.markup"),
    refused("hoja.xml", `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>`, "attachments.markup"),
    refused("crece.xml", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>`, "attachments.markup"),
    refused("programa.pdf", Buffer.concat([text("MZ"), Buffer.alloc(64)]), "attachments.program"),
    refused("programa", Buffer.concat([text("\x7fELF"), Buffer.alloc(64)]), "attachments.program"),
    refused("orden.txt", "#!/bin/sh\nmarca", "attachments.program"),
    refused("todo.zip", zipOf({ name: "a.txt", text: "a" }), "attachments.archive"),
    refused("enlace.zip", zipOf({ name: "a", text: "/etc/passwd", mode: 0o120777 }), "attachments.archive"),
    refused("sale.docx", docxOf({ name: "../../fuera.txt", text: "a" }), "attachments.archive"),
    refused("macros.docx", docxOf({ name: "word/vbaProject.bin", text: "a" }), "attachments.macros"),
    refused("bomba.docx", docxOf({ name: "word/media/a.bin", declared: 4_000_000_000 }), "attachments.bomb"),
    refused("apretado.docx", docxOf({ name: "word/media/a.bin", text: "0".repeat(3_000_000) }), "attachments.bomb"),
    refused("roto.docx", docxOf().subarray(0, 60), "attachments.damaged"),
    refused("todo.gz", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), "attachments.archive"),
    refused("todo.rar", "Rar!\x1a\x07", "attachments.archive"),
    refused("carta.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "attachments.old_office"),
    refused("foto.heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypheic"), Buffer.alloc(32)]), "attachments.heic"),
    refused("cortada.jpg", photo.subarray(0, photo.length / 2), "attachments.picture_broken"),
    refused("cortada.png", png.subarray(0, png.length - 30), "attachments.picture_broken"),
    refused("solo-cabeza.gif", "GIF89a=1;marca()//", "attachments.picture_broken"),
    refused("bomba.png", pngSaying(30_000, 30_000), "attachments.picture_too_large"),
    refused("miente.png", pngSaying(4_000, 4_000), "attachments.picture_broken"),
    kept("grande.jpg", await pictures.large(), "image/jpeg"),
    refused("grande por partes.jpg", await pictures.largeInScans(), "attachments.picture_too_large"),
    refused("enorme.jpg", await pictures.huge(), "attachments.photo_too_large"),
    refused("ruido.bin", Buffer.from(Array.from({ length: 512 }, (_, place) => (place * 7919) % 256)), "attachments.unknown_kind"),
    refused("ancho.txt", Buffer.from("hola", "utf16le"), "attachments.unknown_kind"),
  ];
}
