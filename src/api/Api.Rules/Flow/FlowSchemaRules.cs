using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Which requests go by which priority level.</summary>
internal sealed class FlowSchemaRules : KindRules<FlowSchema>
{
    private const int MaxPrecedence = 10000;

    private static readonly string[] _verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch"];
    private static readonly StatusRules<FlowSchema> _status = new((obj, old) => obj with { Spec = old.Spec });

    public override bool AllowUnconditionalUpdate => false;

    protected override FlowSchema OnDefault(FlowSchema obj) => obj with
    {
        Spec = obj.Spec with
        {
            MatchingPrecedence = obj.Spec.MatchingPrecedence == 0 ? 1000 : obj.Spec.MatchingPrecedence,
            Rules = obj.Spec.Rules.Select(rule => rule with { ResourceRules = rule.ResourceRules.Select(resource => resource with { Namespaces = resource.Namespaces.OrNone() }).ToValueList() }).ToValueList(),
        },
    };

    protected override FlowSchema OnCreate(FlowSchema obj, RequestFacts facts) => FirstGeneration(obj with { Status = FlowSchemaStatus.Empty });

    protected override FlowSchema OnUpdate(FlowSchema obj, FlowSchema old, RequestFacts facts) => WithGeneration(obj with { Status = old.Status }, old, obj.Spec != old.Spec);

    protected override void Validate(FlowSchema obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        if (spec.MatchingPrecedence <= 0)
        {
            errors.Invalid(path.Child("matchingPrecedence"), spec.MatchingPrecedence, "must be a positive value");
        }

        if (spec.MatchingPrecedence > MaxPrecedence)
        {
            errors.Invalid(path.Child("matchingPrecedence"), spec.MatchingPrecedence, $"must not be greater than {MaxPrecedence}");
        }

        if (spec.MatchingPrecedence == 1 && obj.Metadata.Name != "exempt")
        {
            errors.Invalid(path.Child("matchingPrecedence"), spec.MatchingPrecedence, "only the schema named 'exempt' may have matchingPrecedence 1");
        }

        if (spec.DistinguisherMethod is { } method && method.Type is not ("ByNamespace" or "ByUser"))
        {
            errors.NotSupported(path.Child("distinguisherMethod", "type"), GoDump.Of(method), "ByNamespace", "ByUser");
        }

        var level = path.Child("priorityLevelConfiguration", "name");
        if (spec.PriorityLevelConfiguration.Name.Length == 0)
        {
            errors.Required(level, "must reference a priority level");
        }
        else
        {
            Check.Subdomain(spec.PriorityLevelConfiguration.Name, level, errors);
        }

        for (var i = 0; i < spec.Rules.Count; i++)
        {
            Rule(spec.Rules[i], path.Child("rules").Index(i), errors);
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Rule(PolicyRulesWithSubjects rule, FieldPath at, ErrorList errors)
    {
        if (rule.Subjects.IsEmpty)
        {
            errors.Required(at.Child("subjects"), "subjects must contain at least one value");
        }

        for (var i = 0; i < rule.Subjects.Count; i++)
        {
            FlowSubjectRules.Validate(rule.Subjects[i], at.Child("subjects").Index(i), errors);
        }

        if (rule.ResourceRules.IsEmpty && rule.NonResourceRules.IsEmpty)
        {
            errors.Required(at, "at least one of resourceRules and nonResourceRules has to be non-empty");
        }

        for (var i = 0; i < rule.ResourceRules.Count; i++)
        {
            Resource(rule.ResourceRules[i], at.Child("resourceRules").Index(i), errors);
        }

        for (var i = 0; i < rule.NonResourceRules.Count; i++)
        {
            NonResource(rule.NonResourceRules[i], at.Child("nonResourceRules").Index(i), errors);
        }
    }

    private static void Verbs(ValueList<string> verbs, FieldPath path, ErrorList errors)
    {
        if (verbs.IsEmpty)
        {
            errors.Required(path, "verbs must contain at least one value");
        }
        else if (verbs.Contains("*"))
        {
            if (verbs.Count > 1)
            {
                errors.Invalid(path, GoDump.List(verbs), "if '*' is present, must not specify other verbs");
            }
        }
        else if (!verbs.All(verb => _verbs.Contains(verb)))
        {
            errors.NotSupported(path, GoDump.List(verbs), _verbs);
        }
    }

    private static void Resource(ResourcePolicyRule rule, FieldPath at, ErrorList errors)
    {
        Verbs(rule.Verbs, at.Child("verbs"), errors);
        Some(rule.ApiGroups, at.Child("apiGroups"), "resource rules must supply at least one api group", "if '*' is present, must not specify other api groups", errors);
        Some(rule.Resources, at.Child("resources"), "resource rules must supply at least one resource", "if '*' is present, must not specify other resources", errors);
        var spaces = at.Child("namespaces");
        if (rule.Namespaces.IsEmpty && !rule.ClusterScope)
        {
            errors.Required(spaces, "resource rules that are not cluster scoped must supply at least one namespace");
        }
        else if (rule.Namespaces.Contains("*"))
        {
            if (rule.Namespaces.Count > 1)
            {
                errors.Invalid(spaces, GoDump.List(rule.Namespaces), "must not specify multiple namespaces when specifying '*'");
            }
        }
        else
        {
            for (var i = 0; i < rule.Namespaces.Count; i++)
            {
                foreach (var wrong in Names.Dns1123Label(rule.Namespaces[i]))
                {
                    errors.Invalid(spaces.Index(i), rule.Namespaces[i], $"not a valid namespace name: {wrong}");
                }
            }
        }
    }

    private static void Some(ValueList<string> values, FieldPath path, string none, string notAlone, ErrorList errors)
    {
        if (values.IsEmpty)
        {
            errors.Required(path, none);
        }
        else if (values.Count > 1 && values.Contains("*"))
        {
            errors.Invalid(path, GoDump.List(values), notAlone);
        }
    }

    private static void NonResource(NonResourcePolicyRule rule, FieldPath at, ErrorList errors)
    {
        Verbs(rule.Verbs, at.Child("verbs"), errors);
        var (urls, path) = (rule.NonResourceURLs, at.Child("nonResourceURLs"));
        if (urls.IsEmpty)
        {
            errors.Required(path, "nonResourceURLs must contain at least one value");
        }
        else if (urls.Contains("*"))
        {
            if (urls.Count > 1)
            {
                errors.Invalid(path, GoDump.List(urls), "if '*' is present, must not specify other non-resource URLs");
            }
        }
        else
        {
            for (var i = 0; i < urls.Count; i++)
            {
                if (Wrong(urls[i]) is { } why)
                {
                    errors.Invalid(path.Index(i), urls[i], why);
                }
            }
        }
    }

    private static string? Wrong(string url) => url switch
    {
        "" => "must not be empty",
        "/" => null,
        _ when url[0] != '/' => "must start with slash",
        _ when url.Contains(' ', StringComparison.Ordinal) => "must not contain white-space",
        _ when url.Contains("//", StringComparison.Ordinal) => "must not contain double slash",
        _ when url.IndexOf('*', StringComparison.Ordinal) is var star && star >= 0 && !(star == url.Length - 1 && url[star - 1] == '/') => "wildcard can only do suffix matching",
        _ => null,
    };
}
