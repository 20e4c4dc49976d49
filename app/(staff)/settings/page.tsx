import { page } from "@/app/frame";
import { SettingsIndex } from "@/components/settings/settings-index";
import { settingsFor } from "@/lib/web/settings-menu";

export default page("/settings", (scope) => <SettingsIndex entries={settingsFor(scope.viewer)} />);
