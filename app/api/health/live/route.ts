export const dynamic = "force-dynamic";

/** The process answers: no data are touched. */
export function GET() {
  return Response.json({ ok: true });
}
