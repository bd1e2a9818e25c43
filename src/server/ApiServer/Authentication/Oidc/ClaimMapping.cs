using System.Text.Json;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Oidc;

/// <summary>An expression that must hold, and what is said where it does not.</summary>
/// <param name="Expression">Gives a truth value.</param>
/// <param name="Message">What is said; empty for the expression itself.</param>
public sealed record ClaimRule(CelExpression Expression, string Message)
{
    /// <summary>What is wrong; null where the rule holds.</summary>
    public string? Broken(IReadOnlyDictionary<string, object?> names) => Expression.Compute(names) is true
        ? null
        : $"validation expression '{Expression.Text}' failed: {(Message.Length > 0 ? Message : "")}".TrimEnd(' ', ':');
}

/// <summary>How the claims of an issuer's tokens become a user, as an AuthenticationConfiguration says. Immutable.</summary>
public sealed record ClaimMapping
{
    /// <summary>Gives the name; null where a claim names the user.</summary>
    public CelExpression? Username { get; init; }

    /// <summary>Gives groups; null where a claim does.</summary>
    public CelExpression? Groups { get; init; }

    /// <summary>Gives the uid; null where a claim does.</summary>
    public CelExpression? Uid { get; init; }

    /// <summary>Gives further facts, by key.</summary>
    public IReadOnlyList<(string Key, CelExpression Value)> Extra { get; init; } = [];

    /// <summary>What must hold for the claims.</summary>
    public IReadOnlyList<ClaimRule> ClaimRules { get; init; } = [];

    /// <summary>What must hold for the user that comes of them.</summary>
    public IReadOnlyList<ClaimRule> UserRules { get; init; } = [];

    /// <summary>The user, or why there is none; <paramref name="user"/> is what the claims named by themselves give.</summary>
    public AuthenticationResult Apply(JwtToken token, AuthenticationResult user)
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal) { ["claims"] = Value.ParseJson(token.Claims.GetRawText()) };
        try
        {
            foreach (var rule in ClaimRules)
            {
                if (rule.Broken(names) is { } broken)
                {
                    return AuthenticationResult.Fail($"oidc: error evaluating claim validation expression: {broken}");
                }
            }
            var mapped = user.User!;
            if (Username is not null)
            {
                mapped = mapped with { Name = Username.Compute(names) as string is { Length: > 0 } name ? name : throw new CelException("username claim is empty") };
            }
            mapped = Groups is null ? mapped : mapped with { Groups = Texts(Groups.Compute(names)) };
            mapped = Uid is null ? mapped : mapped with { Uid = Uid.Compute(names) as string ?? "" };
            if (Extra.Count > 0)
            {
                var extra = new Dictionary<string, IReadOnlyList<string>>(mapped.Extra, StringComparer.Ordinal);
                foreach (var (key, value) in Extra)
                {
                    if (Texts(value.Compute(names)) is { Count: > 0 } values)
                    {
                        extra[key] = values;
                    }
                }
                mapped = mapped with { Extra = extra };
            }
            return Checked(user with { User = mapped });
        }
        catch (CelException failed)
        {
            return AuthenticationResult.Fail($"oidc: {failed.Message}");
        }
    }

    private AuthenticationResult Checked(AuthenticationResult result)
    {
        var user = result.User!;
        var names = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["user"] = Value.MapOf(
                ("username", user.Name),
                ("uid", user.Uid),
                ("groups", Value.List(user.Groups.Select(group => (Value)group).ToValueList())),
                ("extra", Value.Map(ValueMap.From(user.Extra.Select(entry => KeyValuePair.Create(entry.Key, Value.List(entry.Value.Select(item => (Value)item).ToValueList()))))))),
        };
        foreach (var rule in UserRules)
        {
            if (rule.Broken(names) is { } broken)
            {
                return AuthenticationResult.Fail($"oidc: error evaluating user info validation rule: {broken}");
            }
        }
        return result;
    }

    // A text or a list of texts; nothing and empty texts are left out.
    private static List<string> Texts(object? value) => value switch
    {
        null or "" => [],
        string text => [text],
        List<object?> items => [.. items.Select(item => item as string ?? throw new CelException("expression must return a string or a list of strings")).Where(item => item.Length > 0)],
        _ => throw new CelException("expression must return a string or a list of strings"),
    };
}
