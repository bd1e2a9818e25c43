using Cybernetes.Api;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Keeps metadata.managedFields for the verbs other than apply.</summary>
internal static class ManagedFields
{
    /// <summary>A new object, all of whose fields are its creator's.</summary>
    public static IObject OnCreate(IObject value, ServedResource resource, string manager, TimeProvider time) => value;

    /// <summary>An object whose changed fields are now the writer's.</summary>
    public static IObject OnUpdate(IObject value, IObject? oldHub, UpdateTarget target, ServedResource resource, string manager, TimeProvider time) => value;
}
