import type { NextConfig } from "next";

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; the build of a released version need not.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  deploymentId: process.env.CARTERA_BUILD,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "sharp", "@react-pdf/renderer"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
