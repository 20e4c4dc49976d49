import { page } from "@/app/frame";
import { t } from "@/lib/i18n/words";

export default page("/", () => (
  <main>
    <h1>{t("menu.today")}</h1>
  </main>
));
