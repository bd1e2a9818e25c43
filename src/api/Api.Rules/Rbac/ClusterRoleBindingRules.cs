using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>Bindings of roles in the whole cluster.</summary>
internal sealed class ClusterRoleBindingRules : KindRules<ClusterRoleBinding>
{
    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.PathSegment(name, prefix);

    protected override ClusterRoleBinding OnDefault(ClusterRoleBinding obj) => obj with { RoleRef = BindingRules.Default(obj.RoleRef), Subjects = BindingRules.Default(obj.Subjects) };

    protected override void Validate(ClusterRoleBinding obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        BindingRules.Validate(obj.RoleRef, obj.Subjects, false, errors);
    }

    protected override void ValidateUpdate(ClusterRoleBinding obj, ClusterRoleBinding old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        BindingRules.ValidateUpdate(obj.RoleRef, old.RoleRef, errors);
    }
}
