// The shape of lucide-static's icon list; without it the compiler would infer the type of 600 KB of literals.
declare module "lucide-static/icon-nodes.json" {
  /** By icon name: the elements inside the 24 × 24 drawing. */
  const nodes: Readonly<
    Record<string, readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]>
  >;
  export default nodes;
}
