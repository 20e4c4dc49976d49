import { colors } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { RadioField } from "./choice-fields";
import type { Initial } from "./use-field";

type Props = { name: string; label: string; initial?: Initial; hint?: string; required?: boolean };

/** The sixteen colours people may choose, each with its name: colour alone says nothing. */
export function ColorField(props: Props) {
  const options = colors.map((color) => ({ value: color, label: t(`forms.colors.${color}`), color }));
  return <RadioField {...props} options={options} swatches />;
}
