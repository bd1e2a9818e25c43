using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Resources;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Cache;

/// <summary>
/// One version of one object: the decoded record in the storage version, shared by everyone in the process, and its encodings, each made once
/// on first need and written by every get, list and watcher. Immutable to its readers; thread safe.
/// </summary>
public sealed class StoredObject
{
    private EncodedForm? _forms;

    /// <summary>A version; its object carries the revision as resourceVersion.</summary>
    public StoredObject(string key, Revision revision, IObject value)
    {
        Key = key;
        Revision = revision;
        Object = value;
    }

    /// <summary><c>namespace/name</c>, or the name of a cluster-wide object.</summary>
    public string Key { get; }

    /// <summary>When this version was written.</summary>
    public Revision Revision { get; }

    /// <summary>The object, in the storage version.</summary>
    public IObject Object { get; }

    /// <summary>The object in a served version.</summary>
    public IObject In(ServedResource version) => version.FromHub(Object);

    /// <summary>The body in an encoding, without kind and apiVersion (JSON: an object in braces; protobuf: the message without envelope).</summary>
    public ReadOnlyMemory<byte> Encode(ServedResource version, Encoding encoding)
    {
        for (var form = Volatile.Read(ref _forms); form is not null; form = form.Next)
        {
            if (form.Encoding == encoding && ReferenceEquals(form.Version, version))
            {
                return form.Bytes;
            }
        }

        var made = new EncodedForm(version, encoding, ObjectEncoder.Body(In(version), encoding));
        do
        {
            made.Next = Volatile.Read(ref _forms);
        }
        while (Interlocked.CompareExchange(ref _forms, made, made.Next) != made.Next);
        return made.Bytes;
    }

    private sealed class EncodedForm(ServedResource version, Encoding encoding, byte[] bytes)
    {
        public ServedResource Version { get; } = version;

        public Encoding Encoding { get; } = encoding;

        public byte[] Bytes { get; } = bytes;

        public EncodedForm? Next { get; set; }
    }
}
