import { page } from "@/app/frame";
import { WebFormPage } from "@/components/web-forms/web-form-page";
import { webFormChoices } from "@/lib/web-forms/choices";
import { create } from "../actions";

export default page("/settings/web-forms/new", (scope) => <WebFormPage action={create} choices={webFormChoices(scope)} />);
