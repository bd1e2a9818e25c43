using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Tests.Cel;

public sealed class CelExpressionTests
{
    private static readonly Dictionary<string, object?> _names = new()
    {
        ["object"] = Value.ParseJson("""
            {"metadata": {"name": "web", "labels": {"app": "web", "tier": "front"}},
             "spec": {"replicas": 3, "template": {"containers": [{"name": "main", "image": "registry.example/a"}, {"name": "side", "image": "registry.example/b", "privileged": true}]}}}
            """),
        ["claims"] = Value.ParseJson("""{"sub": "u1", "email": "u@example.com", "email_verified": true, "groups": ["dev", "ops"]}"""),
    };

    public static TheoryData<string, string> Expressions()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "expressions.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
            data.Add(line[..arrow], line[(arrow + 4)..]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void AnExpressionGivesWhatTheTableSays(string expression, string expected)
    {
        string given;
        try
        {
            var compiled = CelExpression.Compile(expression, _names.Keys);
            given = Encoding.UTF8.GetString(CelExpression.ToJson(compiled.Compute(_names)).ToJson());
        }
        catch (FormatException wrong)
        {
            given = "! " + wrong.Message.Replace("\n", "\\n", StringComparison.Ordinal);
        }
        catch (CelException wrong)
        {
            given = "? " + wrong.Message;
        }

        Assert.Equal(expected, given);
    }

    [Theory]
    [InlineData("claims.email", "bool", "must evaluate to bool but got dyn", false)]
    [InlineData("'a' + 'b'", "bool", "must evaluate to bool but got string", true)]
    [InlineData("1 < 2", "string", "must evaluate to string but got bool", true)]
    public void AResultOfAnotherTypeIsRefused(string expression, string type, string why, bool refused)
    {
        if (refused)
        {
            Assert.Equal(why, Assert.Throws<FormatException>(() => CelExpression.Compile(expression, _names.Keys, type)).Message);
        }
        else
        {
            Assert.Equal(expression, CelExpression.Compile(expression, _names.Keys, type).Text);
        }
    }

    [Fact]
    public void AnExpressionThatWouldTakeForEverIsCutShort()
    {
        var nested = CelExpression.Compile("[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, [1,2,3,4,5,6,7,8,9,10].all(f, a+b+c+d+e+f > 0))))))", []);
        Assert.Equal("operation cancelled: actual cost limit exceeded", Assert.Throws<CelException>(() => nested.Compute(new Dictionary<string, object?>())).Message);
    }
}
