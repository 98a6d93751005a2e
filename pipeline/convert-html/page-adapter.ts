/** What parse5's parser asks of a tree, answered by the nodes of a page. */
import {html, type TreeAdapter, type TreeAdapterTypeMap} from 'parse5'
import {nodeTypes, PageNode} from './page-node.js'
import {maxAttributes} from './tokenizer.js'

const {NS: namespace} = html

export interface PageTypes extends TreeAdapterTypeMap {
  node: PageNode
  parentNode: PageNode
  childNode: PageNode
  document: PageNode
  documentFragment: PageNode
  element: PageNode
  commentNode: PageNode
  textNode: PageNode
  template: PageNode
  documentType: PageNode
}

/** Text, positions and foster parents are seen to by `PageParser`. */
export const adapter: TreeAdapter<PageTypes> = {
  createDocument: () => new PageNode(nodeTypes.root),
  createDocumentFragment: () => new PageNode(nodeTypes.root),
  createElement: (tagName, namespaceURI, attributes) =>
    new PageNode(nodeTypes.element, tagName, namespaceURI === namespace.HTML, attributes),
  createCommentNode: () => new PageNode(nodeTypes.comment),
  createTextNode: () => new PageNode(nodeTypes.text),
  adoptAttributes: (recipient, attributes) => {
    for (const attribute of attributes) {
      if (recipient.attributes.length >= maxAttributes) return
      if (recipient.attribute(attribute.name) === undefined) recipient.attributes.push(attribute)
    }
  },
  appendChild: (parent, child) => parent.append(child),
  insertBefore: (parent, child) => parent.append(child),
  detachNode: (node) => node.detach(),
  insertText: () => {},
  insertTextBefore: () => {},
  // The content of a template is a child of it: a declarative shadow root is read, any other is skipped as a whole.
  setTemplateContent: (template, content) => template.append(content),
  getTemplateContent: (template) => template.first!,
  setDocumentType: () => {},
  setDocumentMode: () => {},
  getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
  getAttrList: (element) => element.attributes,
  getChildNodes: () => [],
  getFirstChild: (node) => node.first,
  getParentNode: (node) => node.parent,
  getTagName: (element) => element.tag,
  getNamespaceURI: (element) => (element.isHtml ? namespace.HTML : foreignNamespace(element)),
  getTextNodeContent: () => '',
  getCommentNodeContent: () => '',
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
  isCommentNode: (node): node is PageNode => node.type === nodeTypes.comment,
  isDocumentTypeNode: (_node): _node is PageNode => false,
  isElementNode: (node): node is PageNode => node.type === nodeTypes.element,
  isTextNode: (node): node is PageNode => node.type === nodeTypes.text,
}

function foreignNamespace(element: PageNode): html.NS {
  for (let at: PageNode | null = element; at && !at.isHtml; at = at.parent) {
    if (at.tag === 'svg') return namespace.SVG
    if (at.tag === 'math') return namespace.MATHML
  }
  return namespace.SVG
}
