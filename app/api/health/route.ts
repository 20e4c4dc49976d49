import { isHealthy } from "@/lib/web/health";

export const dynamic = "force-dynamic";

export function GET() {
  const ok = isHealthy();
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
