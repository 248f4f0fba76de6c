// Something said once, with one thing that can be done about it: in a roadmap that is seen, else over the app.
import type { App } from "obsidian";
import type { Context } from "../actions/context";
import type { Notifier } from "../actions/notifier";
import { roadmapsIn } from "../ui/sidebar/roadmap-view";

export function offerInView(app: App, { notifier }: Pick<Context, "notifier">): Notifier["offer"] {
  return (message, button, act) => {
    for (const view of roadmapsIn(app)) {
      const end = view.offer(message, button, act);
      if (end) return end;
    }
    return notifier.offer(message, button, act);
  };
}
