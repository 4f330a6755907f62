use aluvm::aluasm;

fn main() {
    let code = aluasm! {
        secpgen a256[0], r512[0];
        secpadd r512[0], r512[8];
        edmul r512[0], r256[0], r256[1];
        edadd r256[0], r256[1], r256[2];
    };
    assert!(!code.is_empty());
}
