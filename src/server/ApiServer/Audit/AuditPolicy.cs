using Cybernetes.Api.AuditV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Audit;

/// <summary>Decides what of a request is recorded: the first rule that fits. Immutable.</summary>
public sealed class AuditPolicy
{
    private readonly Policy _policy;

    private AuditPolicy(Policy policy) => _policy = policy;

    /// <summary>What is recorded of one request.</summary>
    /// <param name="OmitStages">Stages that are left out.</param>
    /// <param name="OmitManagedFields">Whether bodies lose their managed fields.</param>
    public readonly record struct Decision(AuditLevel Level, IReadOnlySet<string> OmitStages, bool OmitManagedFields);

    /// <summary>Reads a policy file (YAML or JSON). Throws <see cref="FormatException"/>.</summary>
    public static AuditPolicy Parse(ReadOnlySpan<byte> yaml)
    {
        Policy policy;
        try
        {
            var document = YamlReader.Read(yaml);
            if (document["kind"].AsString != "Policy" || document["apiVersion"].AsString is not "audit.k8s.io/v1")
            {
                throw new FormatException($"unknown group version field {document["apiVersion"].AsString} in policy file");
            }
            policy = Value.FromValue<Policy>(document);
        }
        catch (WireException e)
        {
            throw new FormatException($"failed decoding: {e.Message}");
        }
        if (policy.Rules.IsEmpty)
        {
            throw new FormatException("loaded illegal policy with 0 rules");
        }
        foreach (var rule in policy.Rules)
        {
            if (!Enum.TryParse<AuditLevel>(rule.Level, out _))
            {
                throw new FormatException($"rules[0].level: Unsupported value: \"{rule.Level}\": supported values: \"Metadata\", \"None\", \"Request\", \"RequestResponse\"");
            }
            if (!rule.NonResourceURLs.IsEmpty && (!rule.Resources.IsEmpty || !rule.Namespaces.IsEmpty))
            {
                throw new FormatException("rules[0].nonResourceURLs: Invalid value: rules cannot apply to both regular resources and non-resource URLs");
            }
        }
        return new AuditPolicy(policy);
    }

    /// <summary>The decision for a request.</summary>
    public Decision Decide(AuthorizationAttributes attributes)
    {
        foreach (var rule in _policy.Rules)
        {
            if (Matches(rule, attributes))
            {
                return new Decision(Enum.Parse<AuditLevel>(rule.Level),
                    _policy.OmitStages.Concat(rule.OmitStages).ToHashSet(StringComparer.Ordinal), rule.OmitManagedFields ?? _policy.OmitManagedFields);
            }
        }
        return new Decision(AuditLevel.None, _policy.OmitStages.ToHashSet(StringComparer.Ordinal), _policy.OmitManagedFields);
    }

    private static bool Matches(PolicyRule rule, AuthorizationAttributes a)
    {
        if ((!rule.Users.IsEmpty && !rule.Users.Contains(a.User.Name)) ||
            (!rule.UserGroups.IsEmpty && !rule.UserGroups.Any(a.User.InGroup)) ||
            (!rule.Verbs.IsEmpty && !rule.Verbs.Contains(a.Verb)))
        {
            return false;
        }
        if (!rule.Namespaces.IsEmpty || !rule.Resources.IsEmpty)
        {
            return a.IsResourceRequest && MatchesResource(rule, a);
        }
        if (!rule.NonResourceURLs.IsEmpty)
        {
            return !a.IsResourceRequest && rule.NonResourceURLs.Any(url => MatchesPath(a.Path, url));
        }
        return true;
    }

    private static bool MatchesResource(PolicyRule rule, AuthorizationAttributes a)
    {
        if (!rule.Namespaces.IsEmpty && !rule.Namespaces.Contains(a.Namespace))
        {
            return false;
        }
        if (rule.Resources.IsEmpty)
        {
            return true;
        }
        foreach (var group in rule.Resources)
        {
            if (group.Group != a.ApiGroup)
            {
                continue;
            }
            if (group.Resources.IsEmpty)
            {
                return true;
            }
            var named = group.ResourceNames.IsEmpty || group.ResourceNames.Contains(a.Name);
            foreach (var resource in group.Resources)
            {
                var fits = resource == a.CombinedResource || resource == "*" ||
                    (a.Subresource.Length > 0 && resource.StartsWith("*/", StringComparison.Ordinal) && resource.AsSpan(2).SequenceEqual(a.Subresource)) ||
                    (resource.EndsWith("/*", StringComparison.Ordinal) && resource.AsSpan(0, resource.Length - 2).SequenceEqual(a.Resource));
                if (fits && named)
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool MatchesPath(string path, string pattern) =>
        pattern == "*" || path == pattern || (pattern.EndsWith('*') && path.AsSpan().StartsWith(pattern.AsSpan().TrimEnd('*')));
}
