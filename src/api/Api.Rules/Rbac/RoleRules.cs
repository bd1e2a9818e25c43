using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>Roles of a namespace.</summary>
internal sealed class RoleRules : KindRules<Role>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.PathSegment(name, prefix);

    protected override Role OnDefault(Role obj) => obj with { Rules = obj.Rules.OrNone() };

    protected override void Validate(Role obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        PolicyRules.Validate(obj.Rules, true, errors);
    }

    protected override void ValidateUpdate(Role obj, Role old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
    }
}
