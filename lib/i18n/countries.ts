import { fold } from "@/lib/core/text";
import { current } from "./current";

/** ISO 3166-1 alpha-2. */
export const countryCodes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

/** The code of a country written as a code or as a Spanish or English name, however accented. */
export function countryCode(text: string): string | undefined {
  return codesByName().get(plain(text));
}

export function countryName(code: string): string {
  return namesIn(current().locale).of(code) ?? code;
}

/** For a select: by name in the viewer's language. */
export function countryChoices(): { code: string; name: string }[] {
  const { locale } = current();
  return countryCodes.map((code) => ({ code, name: countryName(code) })).sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** Names people write that neither language's list has. */
const aliases: Record<string, string> = {
  usa: "US",
  eua: "US",
  eeuu: "US",
  estadosunidosdeamerica: "US",
  unitedstatesofamerica: "US",
  uk: "GB",
  granbretana: "GB",
  greatbritain: "GB",
  england: "GB",
  inglaterra: "GB",
  scotland: "GB",
  escocia: "GB",
  wales: "GB",
  gales: "GB",
  mejico: "MX",
  estadosunidosmexicanos: "MX",
  brasil: "BR",
  holanda: "NL",
  holland: "NL",
  thenetherlands: "NL",
  lospaisesbajos: "NL",
  turkey: "TR",
  turquia: "TR",
  czechrepublic: "CZ",
  republicacheca: "CZ",
  rusia: "RU",
  birmania: "MM",
  burma: "MM",
  corea: "KR",
  coreadelsur: "KR",
  southkorea: "KR",
  northkorea: "KP",
  republicapopularchina: "CN",
  hongkong: "HK",
  macao: "MO",
  palestina: "PS",
  republicabolivarianadevenezuela: "VE",
  estadoplurinacionaldebolivia: "BO",
  repdominicana: "DO",
  elsalvador: "SV",
  elperu: "PE",
  elecuador: "EC",
  larepublicadominicana: "DO",
  ivorycoast: "CI",
  costademarfil: "CI",
  suazilandia: "SZ",
  swaziland: "SZ",
  vaticano: "VA",
  vatican: "VA",
  caboverde: "CV",
  timororiental: "TL",
  easttimor: "TL",
};

let codes: Map<string, string> | undefined;

function codesByName() {
  codes ??= new Map([
    ...countryCodes.flatMap((code): [string, string][] => (["en", "es"] as const).map((locale) => [plain(namesIn(locale).of(code) ?? code), code])),
    ...Object.entries(aliases),
    ...countryCodes.map((code): [string, string] => [code.toLowerCase(), code]),
  ]);
  return codes;
}

const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: "es" | "en") {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  names.set(locale, known);
  return known;
}

/** Letters only: «EE. UU.» and «ee uu» are one. */
function plain(text: string) {
  return fold(text).replace(/[^\p{Letter}]/gu, "");
}
