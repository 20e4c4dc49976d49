import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { installFromDebian } from "./debian.mjs";
import { buildStamp, buildStampPath, ownNode, root, stampIn } from "./stamp.mjs";

const browser = findBrowser();
if (!browser) console.error("No hay navegador para las pruebas; indíquelo en CHROME_PATH.");
const unreadable = canReadPdf() ? [] : ["tests/lib/documents/pdf/render.test.ts", "tests/pages/document-pdf.test.ts"];
if (unreadable.length > 0) console.log("Sin pdftotext (poppler-utils) no se prueba lo que dicen los PDF.");
if (stampIn(buildStampPath) !== buildStamp()) build();
const complaintLength = 600;
const isFull = process.argv.includes("--full");
if (isFull && !isHere("strace", "-V")) installFromDebian("strace", "Instalando strace para las pruebas de fallas del disco…");
if (isFull && !isHere("soffice", "--version"))
  installFromDebian("libreoffice-calc-nogui", "Instalando una hoja de cálculo para las pruebas de lo que se exporta…", "--no-install-recommends");
process.exitCode = test(process.argv.slice(2).filter((one) => one !== "--full"));

function canReadPdf() {
  const isReader = () => isHere("pdftotext", "-v");
  return isReader() || (installFromDebian("poppler-utils", "Instalando un lector de PDF para las pruebas…") && isReader());
}

function isHere(program, question) {
  return spawnSync(program, [question], { stdio: "ignore" }).error === undefined;
}

function build() {
  const { status } = spawnSync(ownNode, [join(root, "scripts", "build.mjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status === 0) return;
  console.log("0 passed, 1 failed");
  process.exit(1);
}

/** The last line printed is the count, also when vitest itself fell over. */
function test(filters) {
  const folder = mkdtempSync(join(tmpdir(), "cartera-test-"));
  const report = join(folder, "report.json");
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--reporter=${join(root, "scripts", "promises", "reporter.mjs")}`,
    `--outputFile.json=${report}`,
    ...unreadable.flatMap((path) => ["--exclude", path]),
    ...filters,
  ];
  const env = {
    ...process.env,
    NODE_ENV: "test",
    NEXT_TELEMETRY_DISABLED: "1",
    FULL_TESTS: isFull ? "1" : "0",
    ...(browser && { CHROME_PATH: browser }),
  };
  const { status } = spawnSync(ownNode, [join(root, "node_modules", "vitest", "vitest.mjs"), ...args], { cwd: root, env, stdio: "inherit" });

  const { passed, failed, complaints } = outcome(report);
  rmSync(folder, { recursive: true, force: true });
  const broken = status !== 0 && failed === 0 ? 1 : failed;
  for (const complaint of complaints) console.log(complaint);
  console.log(`${passed} passed, ${broken} failed`);
  return broken === 0 ? 0 : 1;
}

/** A file that cannot be loaded has no tests to count, and is one failure. What failed is said last, where a cut record still shows it. */
function outcome(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const unloadable = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
    const broken = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === "failed"));
    const complaints = [
      ...unloadable.map(({ name, message }) => `${name}: ${message.slice(0, complaintLength)}`),
      ...broken.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join("\n").slice(0, complaintLength)}`),
    ];
    return { passed: numPassedTests, failed: numFailedTests + unloadable.length, complaints };
  } catch {
    return { passed: 0, failed: 1, complaints: [] };
  }
}
