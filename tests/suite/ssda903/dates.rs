use iro_handbook::ssda903::{DateCell, DateForm};

#[test]
fn forms_that_are_read() {
    // text, what it is read as, its form, noted, read by the row checks
    for (text, day, form, noted, strict) in [
        ("03/04/2017", "2017-04-03", DateForm::Full, false, true),
        (" 03/04/2017 ", "2017-04-03", DateForm::Full, false, true),
        ("29/02/2016", "2016-02-29", DateForm::Full, false, true),
        ("2017-04-03", "2017-04-03", DateForm::Iso, false, false),
        ("03/04/17", "2017-04-03", DateForm::TwoDigitYear, true, false),
        ("3/4/17", "2017-04-03", DateForm::TwoDigitYear, true, false),
        ("03/04/99", "2099-04-03", DateForm::TwoDigitYear, true, false),
        ("3/04/2017", "2017-04-03", DateForm::OneDigit, true, true),
        ("03/4/2017", "2017-04-03", DateForm::OneDigit, true, true),
        ("2017-4-3", "2017-04-03", DateForm::IsoOneDigit, true, false),
    ] {
        let cell = DateCell::read(text);
        assert_eq!(cell.date().map(|date| date.to_string()).as_deref(), Some(day), "{text}");
        assert_eq!(cell.form(), Some(form), "{text}");
        assert_eq!(form.is_noted(), noted, "{text}");
        assert_eq!(cell.strict().is_some(), strict, "{text}");
    }
}

#[test]
fn text_that_is_no_date() {
    for text in [
        "29/02/2017",
        "31/06/2017",
        "00/01/2017",
        "01/00/2017",
        "01/13/2017",
        "01/01/0000",
        "17-04-03",
        "03-04-2017",
        "2017/04/03",
        "03.04.2017",
        "3 Apr 2017",
        "03/04",
        "03/04/2017/1",
        "03/04/201",
        "003/04/2017",
        "+3/04/2017",
        "03/04/2017 00:00",
        "٠٣/٠٤/٢٠١٧",
        "/",
        "--",
        "x",
    ] {
        assert_eq!(DateCell::read(text), DateCell::Unreadable, "{text}");
    }
}

#[test]
fn blank_is_neither_a_date_nor_a_mistake() {
    for text in ["", "   ", "\t"] {
        assert_eq!(DateCell::read(text), DateCell::Blank);
    }
}
