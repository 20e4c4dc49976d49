import { join } from "node:path";
import type { NextConfig } from "next";
import product from "../../../next.config";

const config: NextConfig = { ...product, turbopack: { root: join(import.meta.dirname, "../../..") } };

export default config;
