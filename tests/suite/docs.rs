//! Every public item of the crate is documented with an example that compiles and runs.

use std::fs;
use std::path::Path;

/// Every file under src, with its path from there, in order.
pub fn sources() -> Vec<(String, String)> {
    fn gather(folder: &Path, root: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, root, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    gather(&root, &root, &mut files);
    files.sort();
    files
}

const ITEMS: [&str; 7] = ["fn", "struct", "enum", "trait", "const", "type", "static"];

/// The kind and the name of the public item that a line begins, if it begins one. What a macro names
/// is documented where the macro is used.
pub fn public_item(line: &str) -> Option<(&str, &str)> {
    let mut words = line.trim_start().strip_prefix("pub ")?.split([' ', '(', '<', ':', ';', '{']);
    let mut kind = words.find(|word| !matches!(*word, "unsafe" | "async" | "extern"))?;
    let mut name = words.next()?;
    if kind == "const" && matches!(name, "fn" | "unsafe") {
        kind = "fn";
        name = words.find(|word| *word != "fn")?;
    }
    (ITEMS.contains(&kind) && !name.starts_with('$')).then_some((kind, name))
}

/// Whether a documentation comment opens a block of Rust that is run or at least compiled.
fn opens_an_example(line: &str) -> bool {
    let text = line.trim_start().trim_start_matches('/').trim();
    text.strip_prefix("```")
        .is_some_and(|tag| matches!(tag, "" | "rust" | "no_run" | "should_panic" | "compile_fail"))
}

/// The public items of a source text without an example, as "line: kind name".
fn without_example(text: &str) -> Vec<String> {
    let (mut found, mut has_example, mut fences, mut open_brackets) = (Vec::new(), false, 0, 0);
    for (number, line) in text.lines().enumerate() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("///") {
            if trimmed.trim_start_matches('/').trim_start().starts_with("```") {
                // Only every other fence opens a block.
                has_example |= fences % 2 == 0 && opens_an_example(line);
                fences += 1;
            }
        } else if open_brackets > 0 || trimmed.starts_with("#[") {
            // An attribute between the comment and the item, on one line or several.
            let brackets = |bracket| i32::try_from(line.matches(bracket).count()).unwrap();
            open_brackets += brackets('[') - brackets(']');
        } else {
            if let Some((kind, name)) = public_item(line).filter(|_| !has_example) {
                found.push(format!("{}: {kind} {name}", number + 1));
            }
            (has_example, fences) = (false, 0);
        }
    }
    found
}

#[test]
fn the_scan_sees_what_it_should() {
    let example = "/// Text.\n///\n/// ```\n/// f();\n/// ```\n";
    for item in
        ["pub fn f() {}", "pub const fn f() {}", "pub struct F(u8);", "pub const F: u8 = 1;"]
    {
        assert_eq!(without_example(&format!("{example}{item}")), [""; 0], "{item}");
        let with_attribute =
            format!("{example}#[cfg_attr(\n    feature = \"x\",\n)]\n#[y]\n{item}");
        assert_eq!(without_example(&with_attribute), [""; 0], "{item}");
        assert_eq!(without_example(item).len(), 1, "{item}");
        assert_eq!(without_example(&format!("/// Text.\n{item}")).len(), 1, "{item}");
        assert_eq!(without_example(&format!("{example}fn g() {{}}\n{item}")).len(), 1, "{item}");
        let text_only = format!("/// ```text\n/// f\n/// ```\n{item}");
        assert_eq!(without_example(&text_only).len(), 1, "{item}");
    }
    for line in [
        "pub(crate) fn f() {}",
        "pub mod m;",
        "pub use m::F;",
        "    pub field: u8,",
        "fn f()",
        "pub fn $name(&self) {",
    ] {
        assert_eq!(public_item(line), None, "{line}");
    }
    assert_eq!(public_item("    pub const fn new(a: u8) -> Self {"), Some(("fn", "new")));
    assert_eq!(public_item("pub struct Ref<'a> {"), Some(("struct", "Ref")));
}

#[test]
fn every_public_item_has_an_example() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        found.extend(without_example(&text).iter().map(|item| format!("src/{path}:{item}")));
    }
    assert!(found.is_empty(), "public items without an example:\n{}", found.join("\n"));
}

#[test]
fn every_public_module_begins_with_an_example() {
    let files = sources();
    let crate_root = &files.iter().find(|(path, _)| path == "lib.rs").unwrap().1;
    let modules =
        crate_root.lines().filter_map(|line| line.strip_suffix(';')?.strip_prefix("pub mod "));
    for module in modules {
        let names = [format!("{module}.rs"), format!("{module}/mod.rs")];
        let (path, text) = files.iter().find(|(path, _)| names.contains(path)).unwrap();
        let mut lines = text.lines().filter(|line| line.starts_with("//!"));
        assert!(
            lines.any(|line| opens_an_example(line.trim_start_matches("//!"))),
            "src/{path} has no example"
        );
    }
}
