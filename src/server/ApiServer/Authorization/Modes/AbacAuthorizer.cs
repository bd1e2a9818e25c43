using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary>Attribute-based access control: a file with a policy a line (<c>--authorization-policy-file</c>). Immutable.</summary>
public sealed class AbacAuthorizer : IAuthorizer, IRuleResolver
{
    private readonly List<Policy> _policies;

    private AbacAuthorizer(List<Policy> policies) => _policies = policies;

    /// <summary>Reads JSON lines of abac.authorization.kubernetes.io Policy objects. Throws <see cref="FormatException"/> with the line.</summary>
    public static AbacAuthorizer Parse(string text)
    {
        var policies = new List<Policy>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#')
            {
                continue;
            }
            try
            {
                policies.Add(Policy.Of(Value.ParseJson(trimmed)));
            }
            catch (WireException e)
            {
                throw new FormatException($"error reading policy file, line {number}: {line}: {e.Message}");
            }
        }
        return new AbacAuthorizer(policies);
    }

    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_policies.Any(p => p.Matches(attributes)) ? Verdict.Allow() : Verdict.NoOpinion("No policy matched."));

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var rules = new ResolvedRules();
        foreach (var policy in _policies.Where(p => p.MatchesUser(user)))
        {
            ValueList<string> verbs = policy.ReadOnly ? ["get", "list", "watch"] : ["*"];
            if (policy.Resource.Length > 0 && (policy.Namespace == "*" || policy.Namespace == @namespace))
            {
                rules.Add(PolicyRule.Empty with { Verbs = verbs, ApiGroups = [policy.ApiGroup], Resources = [policy.Resource] });
            }
            if (policy.Path.Length > 0)
            {
                rules.Add(PolicyRule.Empty with { Verbs = verbs, NonResourceURLs = [policy.Path] });
            }
        }
        return rules;
    }

    private sealed record Policy(string User, string Group, bool ReadOnly, string ApiGroup, string Resource, string Namespace, string Path)
    {
        public static Policy Of(Value document)
        {
            // v0 has the fields at the top; v1beta1 under spec.
            var spec = document["spec"].IsMap ? document["spec"] : document;
            var policy = new Policy(Text(spec, "user"), Text(spec, "group"), spec["readonly"].AsBoolean ?? false,
                Text(spec, "apiGroup"), Text(spec, "resource"), Text(spec, "namespace"), Text(spec, "nonResourcePath"));
            return document["spec"].IsMap ? policy : policy with
            {
                User = policy.User.Length + policy.Group.Length == 0 ? "*" : policy.User,
                ApiGroup = "*",
                Resource = policy.Resource.Length == 0 ? "*" : policy.Resource,
                Namespace = policy.Namespace.Length == 0 ? "*" : policy.Namespace,
                Path = policy.Namespace.Length + policy.Resource.Length == 0 ? "*" : "",
            };
        }

        public bool MatchesUser(UserInfo user)
        {
            if (User.Length == 0 && Group.Length == 0)
            {
                return false;
            }
            return (User.Length == 0 || User == "*" || User == user.Name) && (Group.Length == 0 || Group == "*" || user.InGroup(Group));
        }

        public bool Matches(AuthorizationAttributes a)
        {
            if (!MatchesUser(a.User) || (ReadOnly && !(a.IsResourceRequest ? a.IsReadOnly : a.Verb == "get")))
            {
                return false;
            }
            return a.IsResourceRequest
                ? (ApiGroup == "*" || ApiGroup == a.ApiGroup) && (Resource == "*" || Resource == a.Resource) && (Namespace == "*" || Namespace == a.Namespace)
                : Path == "*" || Path == a.Path || (Path.EndsWith('*') && a.Path.AsSpan().StartsWith(Path.AsSpan().TrimEnd('*')));
        }

        private static string Text(Value value, string name) => value[name].AsString ?? "";
    }
}
