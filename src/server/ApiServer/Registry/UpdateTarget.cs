using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Registry;

/// <summary>
/// How an update meets the stored object: the resource itself, or a subresource that shows all or part of it. Objects before and after are in
/// the storage version; what the client sees and sends is in the served one.
/// </summary>
public abstract class UpdateTarget
{
    /// <summary>The subresource; empty for the resource itself.</summary>
    public virtual string Subresource => "";

    /// <summary>Whether the client sees the object itself.</summary>
    public virtual bool ShowsWhole => true;

    /// <summary>Whether who writes a part of the object comes to manage the fields behind it, as with a scale's replicas.</summary>
    public virtual bool OwnsFieldsBehind => false;

    /// <summary>The codec of what the client sees and sends.</summary>
    public virtual KindCodec CodecFor(ServedResource resource) => resource.Codec;

    /// <summary>What the client sees of a stored object.</summary>
    public virtual IObject Show(ServedResource resource, IObject stored) => resource.FromHub(stored);

    /// <summary>What the client sent, defaulted.</summary>
    public virtual IObject Default(ServedResource resource, IObject sent) => resource.Rules?.Default(sent) ?? sent;

    /// <summary>What the client sent, laid over the stored object.</summary>
    public virtual IObject Merge(ServedResource resource, IObject sent, IObject stored) => resource.ToHub(sent);

    /// <summary>What admission sees of an object.</summary>
    public virtual IObject ForAdmission(ServedResource resource, IObject hub) => hub;

    /// <summary>The object as the update may store it.</summary>
    public abstract IObject BeforeUpdate(ServedResource resource, IObject value, IObject old, RequestFacts facts);

    /// <summary>What is wrong with the update.</summary>
    public abstract ErrorList Validate(ServedResource resource, IObject value, IObject old);

    /// <summary>The texts of Warning headers.</summary>
    public abstract IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old);

    /// <summary>Whether an update of a name that is not there makes the object.</summary>
    public virtual bool CreatesMissing(ServedResource resource) => false;
}
