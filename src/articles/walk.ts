/** What a walk reports, in the order of the document. */
export interface Visitor {
  text(data: string): void;
  /** Return false to leave out the element and all that is in it; it is then not left either. */
  enter(element: Element): boolean;
  leave(element: Element): void;
}

const elementNode = 1;
const textNode = 3;
const cdataNode = 4;

/** Walks all that is inside `root`. Without recursion: hostile markup is nested deeper than any stack. */
export function walk(root: Node, visitor: Visitor): void {
  let node: Node | null = root.firstChild;
  while (node) {
    const isEntered = visit(node, visitor);
    node = (isEntered && node.firstChild) || nextAfter(node, isEntered, root, visitor);
  }
}

function visit(node: Node, visitor: Visitor): boolean {
  if (node.nodeType === elementNode) return visitor.enter(node as Element);
  if (node.nodeType === textNode || node.nodeType === cdataNode) visitor.text((node as CharacterData).data);
  return false;
}

/** The next node that is not inside this one; leaves the elements that end on the way there. */
function nextAfter(node: Node, isEntered: boolean, root: Node, visitor: Visitor): Node | null {
  if (isEntered) visitor.leave(node as Element);
  let at = node;
  while (!at.nextSibling) {
    const parent = at.parentNode;
    if (!parent || parent === root) return null;
    visitor.leave(parent as Element);
    at = parent;
  }
  return at.nextSibling;
}
