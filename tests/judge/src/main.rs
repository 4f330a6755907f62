//! Writes the vectors in `conformance/vectors/`.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/vectors");
    fs::create_dir_all(&folder)?;
    for file in aluvm_judge::generate::files() {
        let vectors = aluvm_judge::generate::vectors(file);
        let lines: String = vectors.iter().map(|vector| vector.to_json() + "\n").collect();
        println!("{file}: {} vectors, {} bytes", vectors.len(), lines.len());
        fs::write(folder.join(file).with_extension("jsonl"), lines)?;
    }
    Ok(())
}
