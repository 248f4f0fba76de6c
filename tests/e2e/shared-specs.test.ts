// The specs that the real app must pass too, in the stand-in.
import { describe, it } from "vitest";
import { useObsidian } from "../host/driver";
import { SPECS, type AppUnderTest } from "./shared-specs";

describe("in the stand-in as in the real app", () => {
  const app = useObsidian({ lang: "en", sidebarWidth: 400 });

  it.each(SPECS.map(({ name, run }) => [name, run] as const))("%s", (_, run) =>
    run(app.current as unknown as AppUnderTest),
  );
});
