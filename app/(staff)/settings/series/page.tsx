import { page } from "@/app/frame";
import { SeriesList } from "@/components/settings/series-list";
import { listSeries } from "@/lib/settings/queries";

export default page("/settings/series", (scope) => <SeriesList series={listSeries(scope)} />);
