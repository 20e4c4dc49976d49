/** Code, name, unit, price, cost, taxes, and the largest quantity usually sold; `kg` and the like are sold by fractions. */
export type ExampleItem = [code: string, name: string, unit: string, price: string, cost: string, taxes: string[], most: number];
export type ExampleLine = { description: string; quantity: string; unitPrice: string; discount?: string; unit?: string; taxes: string[] };
export type ExamplePerson = { name: string; email: string; role: string; profile: string; group?: string };

/** One invented company: nobody in it exists, every address ends in `ejemplo.test`. In the templates `#` is a digit of the serial number,
 *  `@` a letter of the name and `*` the check digit that makes it valid. */
export type ExampleCompany = {
  pack: "MX" | "CO" | "UY" | "BO" | "VE";
  zone: string;
  name: string;
  legalName: string;
  taxId: string;
  phone: string;
  email: string;
  address: string;
  postalCode: string | null;
  paymentData: string;
  workCenters: [string, string];
  invoiceSeries: { prefix: string; padding: number; rangeTo?: number; validDays?: number };
  administrator: { name: string; email: string };
  team: ExamplePerson[];
  taxIdTemplate: string;
  phoneTemplate: string;
  mobileTemplate: string;
  /** City, division and, where there are any, postal code; the first is the company's own. */
  cities: [city: string, region: string, postalCode: string | null][];
  streets: string[];
  items: ExampleItem[];
  /** Name, industry, category. The first four are the ones with portal or special papers. */
  customers: [name: string, industry: string, category: string][];
  suppliers: [name: string, industry: string][];
  /** Those who ask: a business with what it does, or nobody's. */
  prospects: [name: string, industry: string][];
  wishes: string[];
  specials: { lines: ExampleLine[]; notes: string }[];
};
