//! What the codec asks of the forms for each instruction that it reads or writes, answered once for
//! each opcode, while compiling. All rows of an opcode give the same answers.

use crate::isa::{FORMS, FieldKind, Form};

/// The answers for one opcode of the base table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// The length in bytes, opcode included; one where no row has the opcode.
    pub(super) length: u8,
    /// Whether this build runs instructions with this opcode.
    pub(super) is_enabled: bool,
    /// Where in the word the place of a constant begins, if there is one.
    pub(super) data_shift: Option<u8>,
    /// Which byte is the index of a library, if there is one.
    pub(super) library_at: Option<u8>,
    /// The bits that mean nothing. Where rows share an opcode their fixed bits tell them apart, and none
    /// is unused.
    pub(super) unused: u128,
}

impl Layout {
    /// That of an opcode.
    #[inline]
    pub(super) fn of(opcode: u8) -> &'static Layout {
        &LAYOUTS[usize::from(opcode)]
    }

    /// Whether an operand lies in another segment.
    #[inline]
    pub(super) fn names_segments(&self) -> bool {
        self.data_shift.is_some() || self.library_at.is_some()
    }

    const fn of_form(form: &Form) -> Layout {
        let mut layout = Layout {
            length: form.length() as u8,
            is_enabled: form.is_enabled(),
            data_shift: None,
            library_at: None,
            unused: form.fixed_mask() & !0xFF,
        };
        let mut field = 0;
        while field < form.fields.len() {
            match form.fields[field].kind {
                FieldKind::RegisterData | FieldKind::StringData => {
                    layout.data_shift = Some(form.field_shift(field) as u8);
                }
                FieldKind::Library => {
                    let shift = form.field_shift(field);
                    assert!(
                        shift.is_multiple_of(8) && form.fields[field].bits == 8,
                        "the index of a library is not a byte"
                    );
                    layout.library_at = Some((shift / 8) as u8);
                }
                _ => {}
            }
            field += 1;
        }
        layout
    }
}

static LAYOUTS: [Layout; 256] = {
    let none =
        Layout { length: 1, is_enabled: false, data_shift: None, library_at: None, unused: 0 };
    let mut layouts = [none; 256];
    let mut row = 0;
    while row < FORMS.len() {
        let opcode = FORMS[row].opcode as usize;
        let mut layout = Layout::of_form(&FORMS[row]);
        if row > 0 && FORMS[row - 1].opcode as usize == opcode
            || row + 1 < FORMS.len() && FORMS[row + 1].opcode as usize == opcode
        {
            layout.unused = 0;
        }
        assert!(
            !layouts[opcode].is_enabled
                || is_same(layouts[opcode].data_shift, layout.data_shift)
                    && is_same(layouts[opcode].library_at, layout.library_at),
            "two rows share an opcode and differ in operands that lie in other segments"
        );
        layouts[opcode] = layout;
        row += 1;
    }
    layouts
};

/// Whether two options are equal; `==` does not run in constants.
const fn is_same(a: Option<u8>, b: Option<u8>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::isa::FORMS;

    #[test]
    fn the_rows_of_an_opcode_have_its_layout() {
        for form in FORMS {
            let (found, of_form) = (Layout::of(form.opcode), Layout::of_form(form));
            let shift = |field: Option<usize>| field.map(|field| form.field_shift(field) as u8);
            assert_eq!(usize::from(found.length), form.length(), "{}", form.name);
            assert_eq!(found.is_enabled, form.is_enabled(), "{}", form.name);
            assert_eq!(found.data_shift, shift(form.data_field()), "{}", form.name);
            assert_eq!(found.library_at.map(|byte| 8 * byte), shift(form.library_field()));
            assert_eq!(of_form.data_shift, found.data_shift, "{}", form.name);
            assert_eq!(of_form.library_at, found.library_at, "{}", form.name);
            // Of a row that has its opcode alone nothing else says what its fixed bits are for.
            let rows = FORMS.iter().filter(|other| other.opcode == form.opcode).count();
            let unused = if rows == 1 { form.fixed_mask() & !0xFF } else { 0 };
            assert_eq!(found.unused, unused, "{}", form.name);
        }
    }

    #[test]
    fn an_opcode_of_no_row_is_one_byte() {
        let mut count = 0;
        for opcode in (0..=u8::MAX).filter(|opcode| FORMS.iter().all(|form| form.opcode != *opcode))
        {
            let layout = Layout::of(opcode);
            assert!(!layout.is_enabled && !layout.names_segments());
            assert_eq!((layout.length, layout.unused), (1, 0));
            count += 1;
        }
        assert!(count > 0);
    }
}
