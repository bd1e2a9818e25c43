using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>Bindings of roles in a namespace.</summary>
internal sealed class RoleBindingRules : KindRules<RoleBinding>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.PathSegment(name, prefix);

    protected override RoleBinding OnDefault(RoleBinding obj) => obj with { RoleRef = BindingRules.Default(obj.RoleRef), Subjects = BindingRules.Default(obj.Subjects) };

    protected override void Validate(RoleBinding obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        BindingRules.Validate(obj.RoleRef, obj.Subjects, true, errors);
    }

    protected override void ValidateUpdate(RoleBinding obj, RoleBinding old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        BindingRules.ValidateUpdate(obj.RoleRef, old.RoleRef, errors);
    }
}
