namespace Cybernetes.Api.Machinery.Tests;

public sealed class SelectorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("x=a", "x=a")]
    [InlineData("x==a,y!=b", "x==a,y!=b")]
    [InlineData("y,x in (b,a), !z", "x in (a,b),y,!z")]
    [InlineData("x notin ()", "x notin ()")]
    [InlineData("x in (,a,,)", "x in (,a)")]
    [InlineData("x>1,y<2", "x>1,y<2")]
    [InlineData("x=", "x=")]
    [InlineData("x=in", "x=in")]
    [InlineData("in in (in)", "in in (in)")]
    public void TextIsReadAndPrintedInOrderOfKeys(string given, string printed) => Assert.Equal(printed, Selector.Parse(given).ToString());

    [Theory]
    [InlineData("a key", "unable to parse requirement: found 'key', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a in 1", "unable to parse requirement: found '1' expected: '('")]
    [InlineData("a==", null)]
    [InlineData("a===b", "unable to parse requirement: found '=', expected: identifier")]
    [InlineData("a>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("a=b,", "found '', expected: identifier after ','")]
    [InlineData("=a", "found '=', expected: !, identifier, or 'end of string'")]
    [InlineData("a~b", "unable to parse requirement: <nil>: Invalid value: \"a~b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    public void BadTextIsRefusedInUpstreamsWords(string given, string? error)
    {
        Assert.Equal(error is null, Selector.TryParse(given, out _, out var found));
        Assert.Equal(error, found);
    }

    [Theory]
    [InlineData("app=web", true)]
    [InlineData("app!=web", false)]
    [InlineData("missing!=x", true)]
    [InlineData("app in (api,web),tier", true)]
    [InlineData("!tier", false)]
    [InlineData("tier>2", true)]
    [InlineData("tier<3", false)]
    [InlineData("app>2", false)]
    public void MatchingIsUpstreams(string selector, bool matches) =>
        Assert.Equal(matches, Selector.Parse(selector).Matches(ValueMap.Of(("app", "web"), ("tier", "3"))));

    [Theory]
    [InlineData("metadata.name=a,status.phase!=Running", "metadata.name=a,status.phase!=Running", null)]
    [InlineData("b==c\\,d", "b=c\\,d", null)]
    [InlineData("nonsense", null, "invalid selector: 'nonsense'; can't understand 'nonsense'")]
    [InlineData("a=b\\x", null, "invalid field selector: invalid escape sequence: \\x")]
    [InlineData("a=b=c", null, "invalid field selector: unescaped character in value: 61")]
    public void FieldSelectorsAreReadWithUpstreamsErrors(string given, string? printed, string? error)
    {
        FieldSelector.TryParse(given, out var selector, out var found);
        Assert.Equal(error, found);
        Assert.Equal(printed, selector?.ToString());
    }
}
