namespace Cybernetes.Api.Machinery.Tests;

public sealed class JsonPathTests
{
    private static readonly Value _data = Value.ParseJson("""
        {"kind":"List","items":[
          {"kind":"None","metadata":{"name":"127.0.0.1","labels":{"kubernetes.io/hostname":"127.0.0.1"}},"status":{"capacity":{"cpu":"4"},"ready":true,"addresses":[{"type":"LegacyHostIP","address":"127.0.0.1"}]}},
          {"kind":"None","metadata":{"name":"127.0.0.2"},"status":{"capacity":{"cpu":"8"},"n":2,"addresses":[{"type":"LegacyHostIP","address":"127.0.0.2"},{"type":"another","address":"127.0.0.3"}]}}],
         "users":[{"name":"myself","user":{}},{"name":"e2e","user":{"username":"admin","password":"secret"}}],"f":1.5,"n":null,"big":100000000}
        """);

    [Theory]
    [InlineData("kind is {.kind}", "kind is List")]
    [InlineData("kind is {['kind']}", "kind is List")]
    [InlineData("{.users..name}", "myself e2e")]
    [InlineData("{..username}", "admin")]
    [InlineData("{.items[*].metadata.name}", "127.0.0.1 127.0.0.2")]
    [InlineData("{.users[-2].name}", "myself")]
    [InlineData("{.users[-1:].name}", "e2e")]
    [InlineData("{.items[*]['metadata.name', 'status.capacity.cpu']}", null)]
    [InlineData("{.items[*]['kind','metadata']['name']}", "127.0.0.1 127.0.0.2")]
    [InlineData("{.users[?(@.name==\"e2e\")].user.password}", "secret")]
    [InlineData("{.users[?(@.user.username)].name}", "e2e")]
    [InlineData("{.items[?(@.status.ready==true)].metadata.name}", "127.0.0.1")]
    [InlineData("{.items[?(@.status.n>1)].metadata.name}", "127.0.0.2")]
    [InlineData("{range .items[*]}[{.metadata.name}, {.status.capacity}] {end}", "[127.0.0.1, {\"cpu\":\"4\"}] [127.0.0.2, {\"cpu\":\"8\"}] ")]
    [InlineData("{range .items[*]}{.metadata.name}{\"\\t\"}{end}", "127.0.0.1\t127.0.0.2\t")]
    [InlineData("{range .items[*]}{.metadata.name}:{range .status.addresses[*]}{.type},{end};{end}!", "127.0.0.1:LegacyHostIP,;127.0.0.2:LegacyHostIP,another,;!")]
    [InlineData("{range .none[*]}x{end}y", "y")]
    [InlineData("{.items[0].metadata.labels.kubernetes\\.io/hostname}", "127.0.0.1")]
    [InlineData("{.items[0].metadata.labels['kubernetes.io/hostname']}", "127.0.0.1")]
    [InlineData("{.users[0:2].name}", "myself e2e")]
    [InlineData("{.users[0,1].name}", "myself e2e")]
    [InlineData("{.missing}", "")]
    [InlineData("{.f} {.big} {.items[0].status.ready} {.n}", "1.5 100000000 true null")]
    [InlineData("{.users[1].user}", "{\"password\":\"secret\",\"username\":\"admin\"}")]
    [InlineData("{@.kind}{$.kind}", "ListList")]
    public void TemplatesPrintAsKubectlPrintsThem(string template, string? printed)
    {
        if (printed is null)
        {
            Assert.Throws<JsonPathException>(() => JsonPath.Parse(template).Print(_data));
        }
        else
        {
            Assert.Equal(printed, JsonPath.Parse(template).Print(_data, allowMissingKeys: true));
        }
    }

    [Theory]
    [InlineData("{.missing}", "missing is not found")]
    [InlineData("{.users[5].name}", "array index out of bounds: index 5, length 2")]
    [InlineData("{.kind[0]}", "string is not array or slice")]
    [InlineData("{.users[?(@.name<5)]}", "incompatible types for comparison")]
    public void WhatIsNotThereIsTold(string template, string error) =>
        Assert.Equal(error, Assert.Throws<JsonPathException>(() => JsonPath.Parse(template).Print(_data)).Message);

    [Theory]
    [InlineData("{.a", "unclosed action")]
    [InlineData("{hello}", "unrecognized identifier hello")]
    [InlineData("{[1}", "unterminated array")]
    [InlineData("{.a[?(@.b==1]}", "unterminated filter")]
    [InlineData("{\"a}", "unterminated quoted string")]
    [InlineData("{^}", "unrecognized character in action: U+005E '^'")]
    public void BadTemplatesAreRefused(string template, string error) => Assert.Equal(error, Assert.Throws<JsonPathException>(() => JsonPath.Parse(template)).Message);

    [Theory]
    [InlineData("kind")]
    [InlineData(".kind")]
    [InlineData("{kind}")]
    [InlineData("{.kind}")]
    public void RelaxedExpressionsAreTheSame(string expression) => Assert.Equal("List", JsonPath.ParseRelaxed(expression).Print(_data));
}
