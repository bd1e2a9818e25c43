using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>Roles of the cluster.</summary>
internal sealed class ClusterRoleRules : KindRules<ClusterRole>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.PathSegment(name, prefix);

    protected override ClusterRole OnDefault(ClusterRole obj) => obj with { Rules = obj.Rules.OrNone() };

    protected override void Validate(ClusterRole obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        PolicyRules.Validate(obj.Rules, false, errors);
        if (obj.AggregationRule is not { ClusterRoleSelectors: var selectors })
        {
            return;
        }

        var path = FieldPath.Of("aggregationRule", "clusterRoleSelectors");
        if (selectors.IsEmpty)
        {
            errors.Required(path, "at least one clusterRoleSelector required if aggregationRule is non-nil");
        }

        for (var i = 0; i < selectors.Count; i++)
        {
            Check.Selector(selectors[i], path.Index(i), errors);
            if (!Check.IsUsable(selectors[i]))
            {
                errors.Invalid(path.Index(i), FieldValue.Null, "invalid label selector.");
            }
        }
    }

    protected override void ValidateUpdate(ClusterRole obj, ClusterRole old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
    }
}
