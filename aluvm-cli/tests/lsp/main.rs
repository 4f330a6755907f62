//! `alu lsp` as an editor sees it: a scripted client asks over real pipes, also of text that is not finished.

mod client;
mod completion;
mod conversation;
mod mistakes;
mod names;
mod position;
mod random;
mod settings;
mod shown;
mod statements;

/// A contract with all kinds of names. `math.aluasm` is beside it.
pub(crate) const VAULT: &str = "\
//! Pays out late. Größer als früher: 𝔸.
use \"math.aluasm\" as math;

const MATURITY: a32 = 6;
let needed = a32[1];

/// Why a withdrawal is refused.
enum Refusal in a8[0] {
    /// Not yet.
    TooEarly = 1,
    /// The vault holds less.
    Overspent = 2,
}

/// Takes `amount` out of `balance`.
pub fn withdraw(balance: a64[0], amount: a64[1], age: a32[0]) -> (rest: a64[1]) {
        put     needed, MATURITY;
        require sub.uc age, needed => TooEarly;
        call    math::double;
        jif     enough;
        refuse  Overspent;
enough: /* 𝔸 */ require sub.uc balance, amount => Overspent;
        routine tidy;
        ret;
}

fn tidy() {
        let spare = a16[3];
        clr     spare;
        clr     a32[1];
        ret;
}
";

/// What it imports.
pub(crate) const MATH: &str = "\
/// Twice as much.
pub fn double(value: a64[0]) -> (value: a64[0]) {
        add.uc  value, value;
        ret;
}
";
