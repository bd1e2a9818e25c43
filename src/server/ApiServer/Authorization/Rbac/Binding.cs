using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>A role binding or, with an empty namespace, a cluster role binding.</summary>
public sealed record Binding(string Namespace, string Name, RoleRef RoleRef, ValueList<Subject> Subjects)
{
    /// <summary>As upstream's reasons name it.</summary>
    public string Describe(Subject subject) => Namespace.Length == 0
        ? $"ClusterRoleBinding \"{Name}\" of {RoleRef.Kind} \"{RoleRef.Name}\" to {Describe(subject, "")}"
        : $"RoleBinding \"{Name}/{Namespace}\" of {RoleRef.Kind} \"{RoleRef.Name}\" to {Describe(subject, Namespace)}";

    private static string Describe(Subject subject, string bindingNamespace) => subject.Kind == "ServiceAccount"
        ? $"{subject.Kind} \"{subject.Name}/{(subject.Namespace.Length > 0 ? subject.Namespace : bindingNamespace)}\""
        : $"{subject.Kind} \"{subject.Name}\"";
}
