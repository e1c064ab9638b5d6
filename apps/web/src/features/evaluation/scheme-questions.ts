/** The parts of a scheme file that ask the unit something; the API gives the file whole. */
export interface SchemeFile {
  readonly names: Readonly<Record<string, SchemeName>>;
  readonly tree: readonly SchemeNode[];
}

type SchemeName =
  | { readonly choice: string; readonly options: readonly { readonly id: string; readonly label: string }[] }
  | { readonly fact: string; readonly unit?: string }
  | { readonly figure: string }
  | { readonly formula: string };

interface SchemeNode {
  readonly id: string;
  readonly children?: readonly SchemeNode[];
  readonly rule?: {
    readonly kind: string;
    readonly items?: readonly { readonly id: string; readonly label: string }[];
    readonly levels?: readonly { readonly id: string; readonly label: string; readonly fixed?: boolean }[];
  };
}

/** A question of the scheme, answered at `/answers/<id>`. */
export type Question =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly name: string;
      readonly options: readonly { readonly id: string; readonly label: string }[];
    }
  | { readonly kind: 'fact'; readonly id: string; readonly name: string; readonly unit: string }
  | {
      readonly kind: 'checklist';
      readonly id: string;
      readonly items: readonly { readonly id: string; readonly label: string }[];
    }
  | {
      readonly kind: 'level';
      readonly id: string;
      readonly levels: readonly { readonly id: string; readonly label: string; readonly fixed?: boolean }[];
    };

/** Questions about one indicator: those of its own rule, and those of the names its formula reads. */
export function questionsOf(file: SchemeFile, indicatorId: string, names: readonly string[]): Question[] {
  const leaf = leafOf(file.tree, indicatorId);
  const own: Question[] = [];
  if (leaf?.rule?.kind === 'checklist') own.push({ kind: 'checklist', id: leaf.id, items: leaf.rule.items ?? [] });
  if (leaf?.rule?.kind === 'qualitative') own.push({ kind: 'level', id: leaf.id, levels: leaf.rule.levels ?? [] });
  const read = names.flatMap((name): Question[] => {
    const is = file.names[name];
    if (is && 'choice' in is) return [{ kind: 'choice', id: is.choice, name, options: is.options }];
    if (is && 'fact' in is) return [{ kind: 'fact', id: is.fact, name, unit: is.unit ?? '' }];
    return [];
  });
  return [...own, ...read.filter((one, n) => read.findIndex(({ id }) => id === one.id) === n)];
}

function leafOf(nodes: readonly SchemeNode[], id: string): SchemeNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : leafOf(node.children ?? [], id);
    if (found) return found;
  }
  return undefined;
}
