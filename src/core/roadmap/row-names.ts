// Names of rows that hold over a restart: what a device keeps of a row, it keeps under the titles on the way to it.
import { eachName } from "./identity";
import type { Roadmap } from "./model";

/**
 * Tells the name of a row by its id: that of the division or entry that it is or belongs to, and what it is of that.
 * A row that is not in the roadmap goes by its id, which was its name when the map was read first.
 */
export function rowNames(roadmap: Roadmap): (id: string) => string {
  const names = new Map([["", ""]]);
  eachName(roadmap, (one, name) => names.set(one.id, name));
  return (id) => {
    for (let end = id.length; end >= 0; end = end === 0 ? -1 : id.lastIndexOf("\n", end - 1)) {
      const name = names.get(id.slice(0, end));
      if (name !== undefined) return name + id.slice(end);
    }
    return id;
  };
}
