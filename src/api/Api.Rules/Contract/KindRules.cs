using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>
/// What is right and wrong for the objects of one kind and version: defaulting, what a write keeps and drops, validation, warnings. Pure functions;
/// safe for many threads. A create goes <see cref="Default"/>, (mutating admission), <see cref="BeforeCreate"/>, <see cref="ValidateCreate"/>;
/// an update <see cref="Default"/>, <see cref="BeforeUpdate"/>, <see cref="ValidateUpdate"/>; validating admission comes after. A non-empty
/// <see cref="ErrorList"/> is answered with 422 Invalid.
/// </summary>
public abstract class KindRules
{
    /// <summary>Group, version, kind, plural.</summary>
    public abstract KindInfo Info { get; }

    /// <summary>True where a PUT to a name that is not there makes the object.</summary>
    public virtual bool AllowCreateOnUpdate => false;

    /// <summary>True where a PUT needs no resourceVersion.</summary>
    public virtual bool AllowUnconditionalUpdate => true;

    /// <summary>True where the kind is never stored: reviews, bindings, evictions.</summary>
    public virtual bool Virtual => false;

    /// <summary>True where the main resource's PUT leaves the status alone, so that <c>/status</c> exists.</summary>
    public bool HasStatus => Subresource("status") is not null;

    /// <summary>The object with upstream's defaults for what it leaves open.</summary>
    public abstract IObject Default(IObject obj);

    /// <summary>
    /// The object as a create may store it: deletion fields and status cleared, generation set. The caller has given uid, creation time and, where
    /// only generateName stood, the name.
    /// </summary>
    public abstract IObject BeforeCreate(IObject obj, RequestFacts facts);

    /// <summary>What is wrong with an object about to be created; its name is already made.</summary>
    public abstract ErrorList ValidateCreate(IObject obj);

    /// <summary>The object as an update may store it: system fields and status as they were, generation raised where the spec changed.</summary>
    public abstract IObject BeforeUpdate(IObject obj, IObject old, RequestFacts facts);

    /// <summary>What is wrong with an object about to replace another.</summary>
    public abstract ErrorList ValidateUpdate(IObject obj, IObject old);

    /// <summary>The texts of Warning headers for a create (<paramref name="old"/> null) or update.</summary>
    public abstract IReadOnlyList<string> Warnings(IObject obj, IObject? old);

    /// <summary>The rules of writes to a subresource whose body is the object itself (status, resize, approval …); null where there is none.</summary>
    public virtual SubresourceRules? Subresource(string name) => null;

    /// <summary>The group that messages name.</summary>
    protected virtual string GroupInMessages => Info.Kind.Group;

    /// <summary>The status form of an error list: <c>Pod "x" is invalid: …</c>.</summary>
    public string InvalidMessage(string name, ErrorList errors) => $"{new GroupKind(GroupInMessages, Info.Kind.Kind)} {GoText.Quote(name)} is invalid: {errors}";
}

/// <summary>The rules of writes to one subresource of a kind.</summary>
public abstract class SubresourceRules
{
    /// <summary>The object as the write may store it: everything but what the subresource may change as it was.</summary>
    public abstract IObject BeforeUpdate(IObject obj, IObject old, RequestFacts facts);

    /// <summary>What is wrong with the write.</summary>
    public abstract ErrorList ValidateUpdate(IObject obj, IObject old);

    /// <summary>The texts of Warning headers.</summary>
    public abstract IReadOnlyList<string> Warnings(IObject obj, IObject old);
}
