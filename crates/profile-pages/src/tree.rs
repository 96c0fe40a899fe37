//! A tree of a page's elements, parsed in linear time and bounded memory.
//!
//! html5ever's tokenizer reads the markup as browsers do. Its tree builder is not used: it repairs broken
//! nesting, which on hostile pages costs quadratic time and repeats elements without limit. Here, an end tag
//! closes the nearest open element with its name, and elements nested too deeply become empty siblings.

use std::cell::{Cell, RefCell};

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements nested deeper are empty; browsers have the same limit.
const MAX_DEPTH: usize = 512;

/// Elements without content and end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The attributes that are kept.
const KEPT: [&str; 11] = [
    "href",
    "class",
    "id",
    "type",
    "rel",
    "property",
    "content",
    "aria-label",
    "data-section",
    "data-test-id",
    "data-tracking-control-name",
];

/// The number of an element in its [`Tree`], in document order.
pub(super) type ElementId = usize;

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Lower-case tag name.
    pub(super) name: String,
    pub(super) parent: Option<ElementId>,
    attributes: Vec<(String, String)>,
    /// The first element after those inside.
    end: ElementId,
    /// Start and end of its text in the tree's text.
    text: (usize, usize),
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// All elements of a page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    elements: Vec<Element>,
    text: String,
}

impl Tree {
    pub(super) fn parse(html: &str) -> Tree {
        let builder = Builder::default();
        let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
        let input = BufferQueue::default();
        // `feed` stops at encoding hints and at scripts that should run; it can be called again.
        input.push_back(StrTendril::from_slice(html));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        let mut tree = tokenizer.sink.tree.into_inner();
        let (last, text_end) = (tree.elements.len(), tree.text.len());
        for id in tokenizer.sink.open.into_inner() {
            tree.elements[id].end = last;
            tree.elements[id].text.1 = text_end;
        }
        tree
    }

    pub(super) fn element(&self, id: ElementId) -> &Element {
        &self.elements[id]
    }

    /// All elements, in document order.
    pub(super) fn ids(&self) -> std::ops::Range<ElementId> {
        0..self.elements.len()
    }

    /// All elements inside an element.
    pub(super) fn inside(&self, id: ElementId) -> std::ops::Range<ElementId> {
        id + 1..self.elements[id].end
    }

    /// The elements around an element, nearest first.
    pub(super) fn ancestors(&self, id: ElementId) -> impl Iterator<Item = ElementId> {
        std::iter::successors(self.elements[id].parent, |&id| self.elements[id].parent)
    }

    /// The text in an element, unchanged.
    pub(super) fn text(&self, id: ElementId) -> &str {
        let (begin, end) = self.elements[id].text;
        &self.text[begin..end]
    }
}

/// Builds a tree from tokens.
#[derive(Default)]
struct Builder {
    tree: RefCell<Tree>,
    open: RefCell<Vec<ElementId>>,
    too_deep: Cell<usize>,
}

impl Builder {
    fn start(&self, tag: &Tag) -> TokenSinkResult<()> {
        let mut tree = self.tree.borrow_mut();
        let mut open = self.open.borrow_mut();
        let name = tag.name.to_string();
        let id = tree.elements.len();
        let at = tree.text.len();
        // A tag separates words: "<li>a</li><li>b</li>" is not "ab". Callers collapse white space.
        tree.text.push(' ');
        let attributes = tag
            .attrs
            .iter()
            .filter(|attribute| KEPT.contains(&&*attribute.name.local))
            .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
            .collect();
        tree.elements.push(Element {
            parent: open.last().copied(),
            attributes,
            end: id + 1,
            text: (at, at),
            name: name.clone(),
        });
        // Self-closing tags work only in foreign content, such as SVG.
        let is_closed = VOID.contains(&name.as_str()) || tag.self_closing && is_foreign(&name);
        if !is_closed {
            if open.len() < MAX_DEPTH {
                open.push(id);
            } else {
                self.too_deep.set(self.too_deep.get() + 1);
            }
        }
        match name.as_str() {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "noscript" | "iframe" | "xmp" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&self, tag: &Tag) {
        let mut tree = self.tree.borrow_mut();
        let mut open = self.open.borrow_mut();
        // Elements that are too deep are not on the stack, so their end tags close nothing on it.
        if self.too_deep.get() > 0 {
            self.too_deep.set(self.too_deep.get() - 1);
            return;
        }
        let Some(depth) = open.iter().rposition(|&id| tree.elements[id].name == *tag.name) else { return };
        let (last, text_end) = (tree.elements.len(), tree.text.len());
        for id in open.drain(depth..) {
            tree.elements[id].end = last;
            tree.elements[id].text.1 = text_end;
        }
        tree.text.push(' ');
    }
}

fn is_foreign(name: &str) -> bool {
    matches!(
        name,
        "path"
            | "circle"
            | "rect"
            | "use"
            | "svg"
            | "g"
            | "line"
            | "polygon"
            | "polyline"
            | "ellipse"
            | "stop"
    )
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return self.start(&tag),
            Token::TagToken(tag) => self.end(&tag),
            Token::CharacterTokens(text) => self.tree.borrow_mut().text.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
