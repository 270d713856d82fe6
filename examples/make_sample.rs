//! Writes the sample that comes with the crate: three linked SSDA903 returns of a made-up
//! authority, and the figures they must give.
//!
//! ```sh
//! cargo run --example make_sample [FOLDER]    # examples/sample when not given
//! ```
//!
//! The bytes depend on the seed and on nothing else; a test holds the committed files to that.

#[path = "common/synthetic/mod.rs"]
mod synthetic;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    if env::args_os().nth(1).is_some_and(|given| given.as_encoded_bytes().starts_with(b"-")) {
        println!(
            "make_sample [FOLDER]\n\nWrites the sample into the folder, else into examples/sample."
        );
        return Ok(());
    }
    let folder = env::args_os().nth(1).map_or_else(|| "examples/sample".into(), PathBuf::from);
    let sample = synthetic::sample(synthetic::SEED);
    for (path, text) in &sample.files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    println!("{} files in {}", sample.files.len(), folder.display());
    Ok(())
}
